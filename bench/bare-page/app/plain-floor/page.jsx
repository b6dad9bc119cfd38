'use client'
'use no memo'

import Link from 'next/link'
import { useEffect, useState } from 'react'

const words = { waiting: 'Waiting', open: 'Open', closed: 'Free' }

/** The floor as one writes it first: a list in state, every tile drawn anew with each message and each second. */
export default function PlainFloor() {
  const [tiles, setTiles] = useState([])
  const [now, setNow] = useState(0)

  useEffect(() => {
    const stream = new EventSource('/api/floor/stream')
    stream.addEventListener('snapshot', ({ data }) => setTiles(JSON.parse(data).tiles))
    stream.addEventListener('patch', ({ data }) => {
      const changed = new Map(JSON.parse(data).set.map((tile) => [tile.key, tile]))
      setTiles((before) => before.map((tile) => changed.get(tile.key) ?? tile))
    })
    const clock = setInterval(() => setNow(Date.now()), 1000)
    return () => {
      clearInterval(clock)
      stream.close()
    }
  }, [])

  return (
    <ul className="grid">
      {tiles.map((tile) => (
        <li key={tile.key}>
          <PlainTile tile={tile} now={now} />
        </li>
      ))}
    </ul>
  )
}

function PlainTile({ tile, now }) {
  return (
    <Link href={`/spots/${tile.spot.id}`} prefetch={false} className={`tile ${tile.spot.status}`}>
      <b>{tile.name}</b>
      <span>{Math.max(0, Math.floor((now - tile.since) / 60_000))} min</span>
      <span className="state">
        <svg viewBox="0 0 24 24" width="20" height="20">
          <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" strokeWidth="2.4" />
        </svg>
        {words[tile.spot.status]}
      </span>
      <span>{tile.unpaidMinor > 0 && `unpaid ${(tile.unpaidMinor / 100).toFixed(2)}`}</span>
    </Link>
  )
}
