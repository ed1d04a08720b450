// pg-boss in batches of 1000: fetch, handle, complete. Four loops, because its own workers wait out a polling interval of at
// least half a second between two batches.

import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { serve } from './contestant.mjs'

const connectionString = process.argv[2]
const LOOPS = 4
const PAUSE_MS = 5
const pool = new pg.Pool({ connectionString, max: 1 })
const boss = new PgBoss({ connectionString, supervise: false, schedule: false, max: LOOPS + 1 })
boss.on('error', console.error)
let working = false
let loops = []

await boss.start()
await boss.createQueue('noop')

async function work(onHandled) {
  while (working) {
    const jobs = await boss.fetch('noop', { batchSize: 1000 })
    if (jobs.length === 0) {
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
    } else {
      await boss.complete('noop', jobs.map(job => job.id))
      onHandled(jobs.length)
    }
  }
}

await serve({
  async fill(n) {
    for (let left = n; left > 0; left -= 10_000) {
      await boss.insert('noop', Array.from({ length: Math.min(left, 10_000) }, () => ({ data: {} })))
    }
  },
  async start(onHandled) {
    working = true
    loops = Array.from({ length: LOOPS }, () => work(onHandled))
  },
  async left() {
    const { rows } = await pool.query("select exists (select from pgboss.job where name = 'noop' and state < 'completed') as some")
    return rows[0].some ? 1 : 0
  },
  async stop() {
    working = false
    await Promise.all(loops)
  }
})
