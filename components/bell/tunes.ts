import type { Tune } from '#components/bell/ringing.ts'

/** Pitches in Hz; a guest calls with two rising notes, money with three. */
const tunes: Record<Tune, readonly number[]> = {
  waiting: [660, 880],
  held: [784, 988, 1319],
}
const NOTE_S = 0.22
const LOUDNESS = 0.5

/** Plays a tune that the device makes itself, so that nothing has to be loaded for it. */
export function play(sound: AudioContext, tune: Tune): void {
  // A device that slept has put its sound to sleep too.
  void sound.resume()
  for (const [index, pitch] of tunes[tune].entries()) {
    const startsAt = sound.currentTime + index * NOTE_S
    const volume = new GainNode(sound, { gain: 0 })
    volume.gain.linearRampToValueAtTime(LOUDNESS, startsAt + 0.01)
    volume.gain.exponentialRampToValueAtTime(0.001, startsAt + NOTE_S * 2)
    const note = new OscillatorNode(sound, { type: 'triangle', frequency: pitch })
    note.connect(volume).connect(sound.destination)
    note.start(startsAt)
    note.stop(startsAt + NOTE_S * 2)
  }
}

/** In milliseconds of trembling and rest. A device that cannot tremble does nothing. */
export function tremble(tune: Tune): void {
  if ('vibrate' in navigator)
    navigator.vibrate(tune === 'held' ? [200, 100, 200, 100, 200] : [200, 100, 200])
}
