// What each contestant answers to on its standard input, one line each: fill <n>, start, left, stop. While it works it says
// `handled <n>`, so that nobody has to ask the database.

import { createInterface } from 'node:readline'

const SAY_EVERY_MS = 20

/// `queue` has fill(n), start(onHandled), left() and stop(). The module ends when its input does.
export async function serve(queue) {
  let handled = 0
  let said = 0
  setInterval(() => {
    if (handled !== said) {
      said = handled
      console.log(`handled ${said}`)
    }
  }, SAY_EVERY_MS).unref()
  const commands = {
    fill: async n => { await queue.fill(Number(n)) },
    start: () => queue.start(n => { handled += n }),
    left: () => queue.left(),
    stop: () => queue.stop()
  }
  console.log('ready')
  for await (const line of createInterface({ input: process.stdin })) {
    const [command, argument] = line.split(' ')
    console.log(`${command} ${await commands[command](argument) ?? 'ok'}`)
  }
  process.exit(0)
}
