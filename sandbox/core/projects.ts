import { notFound } from './errors.ts'
import { View } from './fields.ts'
import type { Project } from './state.ts'
import type { World } from './world.ts'

export function projectById(world: World, id: number): Project {
  const project = world.state.projects.find((candidate) => candidate.id === id)
  if (!project) throw notFound('Project not found')
  return project
}

export function projectView(project: Project): View {
  return new View(
    {
      id: project.id,
      title: project.title,
      description: project.description,
      wallet_id: project.walletId,
      owner_display_name: project.ownerDisplayName,
    },
    {
      wallet: () =>
        new View({ id: project.walletId, owner_display_name: project.ownerDisplayName }),
    },
  )
}
