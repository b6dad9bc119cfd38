import './plain-floor.css'

export default function PlainFloorLayout({ children }) {
  return children
}
