/**
 * Brings the page to a wanted state in place: an element that is still wanted stays the same
 * element, so a poll never takes a button away from under a finger or the focus off it.
 *
 * @typedef {{ tag: string, key: string | undefined, attributes: Record<string, string>, listeners: Record<string, (event: Event) => unknown>, children: Child[] }} Wanted
 * @typedef {string | number | boolean | undefined | ((event: Event) => unknown)} Property
 * @typedef {Wanted | string | number | false | null | undefined} Child
 */

const SVG_TAGS = new Set(['svg', 'path', 'circle', 'rect'])

/** @type {WeakMap<Node, string>} */
const keys = new WeakMap()
/** @type {WeakMap<Node, Wanted>} */
const drawn = new WeakMap()

/**
 * Describes one element. `key` names it among its siblings, `onclick` and the like are listeners,
 * `true` writes an empty attribute, `false` and `undefined` leave it out.
 *
 * @param {string} tag
 * @param {Record<string, Property>} [properties]
 * @param {...(Child | Child[])} children
 * @returns {Wanted}
 */
export function h(tag, properties = {}, ...children) {
  /** @type {Wanted} */
  const wanted = { tag, key: undefined, attributes: {}, listeners: {}, children: children.flat() }
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'key') wanted.key = String(value)
    else if (typeof value === 'function') wanted.listeners[name] = value
    else if (value !== undefined && value !== false)
      wanted.attributes[name] = value === true ? '' : String(value)
  }
  return wanted
}

/**
 * @param {Node} parent
 * @param {Child[]} children A child left out as `false` still counts as a place, so the ones after it keep theirs.
 */
export function patch(parent, children) {
  const wanted = children.flatMap((child, place) =>
    child === false || child === null || child === undefined
      ? []
      : [{ child, key: keyOf(child, place) }],
  )
  const wantedKeys = new Set(wanted.map(({ key }) => key))
  /** @type {Map<string, ChildNode>} */
  const present = new Map()
  for (const node of Array.from(parent.childNodes)) {
    const key = keys.get(node)
    if (key !== undefined && wantedKeys.has(key)) present.set(key, node)
    else node.remove()
  }
  let cursor = parent.firstChild
  for (const { child, key } of wanted) {
    const node = present.get(key) ?? create(child, key)
    if (node === cursor) cursor = cursor.nextSibling
    else parent.insertBefore(node, cursor)
    update(node, child)
  }
}

/** @param {Exclude<Child, false | null | undefined>} child @param {number} place */
function keyOf(child, place) {
  if (typeof child !== 'object') return `text ${place}`
  return child.key === undefined ? `${child.tag} ${place}` : `${child.tag} of ${child.key}`
}

/** @param {Exclude<Child, false | null | undefined>} child @param {string} key */
function create(child, key) {
  const node =
    typeof child !== 'object'
      ? document.createTextNode('')
      : SVG_TAGS.has(child.tag)
        ? document.createElementNS('http://www.w3.org/2000/svg', child.tag)
        : document.createElement(child.tag)
  keys.set(node, key)
  return node
}

/** @param {ChildNode} node @param {Exclude<Child, false | null | undefined>} child */
function update(node, child) {
  if (typeof child !== 'object') {
    if (node.nodeValue !== String(child)) node.nodeValue = String(child)
    return
  }
  if (!(node instanceof Element)) return
  const before = drawn.get(node)
  drawn.set(node, child)
  for (const name of Object.keys(before?.attributes ?? {}))
    if (!(name in child.attributes)) node.removeAttribute(name)
  for (const [name, value] of Object.entries(child.attributes))
    if (node.getAttribute(name) !== value) node.setAttribute(name, value)
  for (const name of Object.keys(before?.listeners ?? {}))
    if (!(name in child.listeners)) Reflect.set(node, name, null)
  for (const [name, listener] of Object.entries(child.listeners)) Reflect.set(node, name, listener)
  patch(node, child.children)
}
