// A minimal webhook handler as one would write it: Fastify and pg, a Standard Webhooks signature, a row per event, 200 when it is
// committed. `single` inserts each by itself, `grouped` what came while others were on their way, two groups at a time.

import { createHmac, timingSafeEqual } from 'node:crypto'
import Fastify from 'fastify'
import pg from 'pg'
import { serve } from './contestant.mjs'

const [connectionString, port, how, secret] = process.argv.slice(2)
const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
const TOLERANCE_S = 300
const MOST = 500
const IN_FLIGHT = 2
const pool = new pg.Pool({ connectionString, max: how === 'single' ? 16 : IN_FLIGHT })

await pool.query(`create table if not exists inbox (
  id uuid primary key default gen_random_uuid(), provider text not null, account text not null default '', event_id text not null,
  content_type text, body bytea not null, received_at timestamptz not null default now(), processed_at timestamptz, result text,
  unique (provider, account, event_id))`)

const ONE = {
  name: 'one',
  text: `insert into inbox (provider, event_id, content_type, body) values ('mail', $1, $2, $3)
         on conflict (provider, account, event_id) do nothing`
}
const MANY = {
  name: 'many',
  text: `insert into inbox (provider, event_id, content_type, body)
         select 'mail', * from unnest($1::text[], $2::text[], $3::bytea[]) on conflict (provider, account, event_id) do nothing`
}

const waiting = []
let inFlight = 0

async function flush() {
  inFlight++
  while (waiting.length > 0) {
    const group = waiting.splice(0, MOST)
    try {
      await pool.query({ ...MANY, values: [group.map(e => e.id), group.map(e => e.type), group.map(e => e.body)] })
      group.forEach(e => e.resolve())
    } catch (failure) {
      group.forEach(e => e.reject(failure))
    }
  }
  inFlight--
}

function grouped(id, type, body) {
  return new Promise((resolve, reject) => {
    waiting.push({ id, type, body, resolve, reject })
    if (inFlight < IN_FLIGHT) flush()
  })
}

function single(id, type, body) {
  return pool.query({ ...ONE, values: [id, type, body] })
}

function verify(id, timestamp, given, body) {
  if (!id || !(Math.abs(Date.now() / 1000 - Number(timestamp)) <= TOLERANCE_S)) return false
  const expected = Buffer.from('v1,' + createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64'))
  const token = Buffer.from(given ?? '')
  return token.length === expected.length && timingSafeEqual(token, expected)
}

const store = how === 'single' ? single : grouped
const server = Fastify()
server.removeAllContentTypeParsers()
server.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
server.post('/functions/v1/hooks/mail', async (request, reply) => {
  const headers = request.headers
  const id = headers['webhook-id']
  if (!verify(id, headers['webhook-timestamp'], headers['webhook-signature'], request.body)) {
    return reply.code(401).send({ code: 'INVALID_SIGNATURE' })
  }
  await store(id, headers['content-type'], request.body)
  return { stored: true }
})
await server.listen({ port: Number(port), host: '127.0.0.1' })
await serve({ fill() {}, start() {}, left: () => 0, stop() {} })
