import { codePicture } from '#lib/codes/code-picture.ts'
import { database } from '#lib/database/connection.ts'
import { attachment } from '#lib/http/attachment.ts'
import { tableParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'edit_tables',
    params: tableParams,
    handle: async ({ params }) => {
      const { name, picture } = await codePicture(await database(), params.tableId, 'png')
      return new Response(picture, {
        headers: {
          'content-type': 'image/png',
          'content-disposition': attachment(`code-${name}`, 'png'),
        },
      })
    },
  }),
})
