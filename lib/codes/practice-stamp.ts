import 'server-only'
import type { DarkFields } from '#contract/dark-path.ts'
import { PRACTICE_WORDS } from '#contract/printed-words.ts'

const LETTER_WIDTH = 5
const LINE_HEIGHT = 10

/** The letters of the words, drawn by hand: a picture that leaves the house carries them without any font. */
const letters: Record<string, readonly string[]> = {
  P: ['####.', '#...#', '#...#', '####.', '#....', '#....', '#....'],
  a: ['.....', '.....', '.###.', '....#', '.####', '#...#', '.####'],
  c: ['.....', '.....', '.###.', '#....', '#....', '#...#', '.###.'],
  e: ['.....', '.....', '.###.', '#...#', '#####', '#....', '.###.'],
  i: ['..#..', '.....', '.##..', '..#..', '..#..', '..#..', '.###.'],
  l: ['.##..', '..#..', '..#..', '..#..', '..#..', '..#..', '.###.'],
  m: ['.....', '.....', '##.#.', '#.#.#', '#.#.#', '#...#', '#...#'],
  n: ['.....', '.....', '#.##.', '##..#', '#...#', '#...#', '#...#'],
  o: ['.....', '.....', '.###.', '#...#', '#...#', '#...#', '.###.'],
  r: ['.....', '.....', '#.##.', '##..#', '#....', '#....', '#....'],
  t: ['.#...', '.#...', '###..', '.#...', '.#...', '.#..#', '..##.'],
  y: ['.....', '.....', '#...#', '#...#', '.####', '....#', '.###.'],
  ':': ['.....', '..#..', '..#..', '.....', '..#..', '..#..', '.....'],
}

/** What practice prints below each code, as rows of dots, true where dark (law 13). */
export function practiceStamp(): DarkFields {
  const lines = PRACTICE_WORDS.split(/(?<=:) /)
  const width = Math.max(...lines.map((line) => line.length)) * (LETTER_WIDTH + 1) - 1
  return lines.flatMap((line) => {
    const indent = Math.floor((width - line.length * (LETTER_WIDTH + 1) + 1) / 2)
    return Array.from({ length: LINE_HEIGHT }, (_, y) =>
      Array.from({ length: width }, (_, x) => isInked(line, x - indent, y)),
    )
  })
}

function isInked(line: string, x: number, y: number): boolean {
  const letter = letters[line[Math.floor(x / (LETTER_WIDTH + 1))] ?? '']
  return letter?.[y]?.[x % (LETTER_WIDTH + 1)] === '#'
}
