// graphile-worker with its local queue and batched completion, set as its own performance test sets them.

import { Logger, run, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { serve } from './contestant.mjs'

const connectionString = process.argv[2]
const pool = new pg.Pool({ connectionString, max: 1 })
const quiet = new Logger(() => () => {})
const preset = {
  worker: {
    connectionString,
    concurrentJobs: 24,
    maxPoolSize: 25,
    localQueue: { size: 500 },
    completeJobBatchDelay: 0,
    failJobBatchDelay: 0,
    logger: quiet
  }
}
let runner

await runMigrations({ preset })
await serve({
  async fill(n) {
    await pool.query(`select count(*) from graphile_worker.add_jobs(array(
      select ('noop', '{}'::json, null, null, null, null, null, null)::graphile_worker.job_spec from generate_series(1, $1)))`, [n])
  },
  async start(onHandled) {
    runner = await run({ preset, noHandleSignals: true, taskList: { noop: () => onHandled(1) } })
  },
  async left() {
    const { rows } = await pool.query('select exists (select from graphile_worker._private_jobs) as some')
    return rows[0].some ? 1 : 0
  },
  async stop() {
    await runner.stop()
  }
})
