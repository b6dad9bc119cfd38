/** A reporter of Node's test runner that writes nothing but the final counts, as JSON. */
export default async function* countsReporter(events) {
  for await (const { type, data } of events) {
    if (type === 'test:summary' && data.file === undefined) yield JSON.stringify(data.counts)
  }
}
