// Calls the functions by supabase-js, as users' products do. Run by dev.ringback.SupabaseJsTest, which sets the environment;
// see there for running it by hand against another instance.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { createClient, FunctionsHttpError } from '@supabase/supabase-js'

const env = name => process.env[name] ?? assert.fail(`${name} is not set`)

const url = env('RINGBACK_URL')
const publishableKey = env('RINGBACK_PUBLISHABLE_KEY')
const secretKey = env('RINGBACK_SECRET_KEY')
const anonKey = env('RINGBACK_ANON_KEY')
const serviceKey = env('RINGBACK_SERVICE_ROLE_KEY')
const userToken = env('RINGBACK_USER_TOKEN')
const tenantKey = env('RINGBACK_TENANT_KEY')
const leadId = env('RINGBACK_LEAD_ID')

const unknownId = '00000000-0000-4000-8000-000000000000'

// The functions need no realtime connection, but the client looks for a WebSocket, which Node has from version 22.
function client(key, options = {}) {
  const realtime = { transport: globalThis.WebSocket ?? class {} }
  return createClient(url, key, { ...options, auth: options.accessToken ? undefined : { persistSession: false }, realtime })
}

const anybody = client(publishableKey)
const user = client(publishableKey, { accessToken: async () => userToken })
const tenant = client(publishableKey, { global: { headers: { Authorization: `Bearer ${tenantKey}` } } })
const server = client(secretKey)

function newLead(name) {
  return { email: `${name}-${randomUUID()}@people.example`, name: 'Sarah Chen', message: 'Our roof leaks, how soon could you come?' }
}

async function succeeds(supabase, name, options) {
  const { data, error, response } = await supabase.functions.invoke(name, options)
  assert.equal(error, null, error?.context && JSON.stringify(await error.context.json?.()))
  assert.equal(response.headers.get('content-type')?.split(';')[0], 'application/json')
  assert.equal(typeof data, 'object')
  return data
}

async function isRefused(supabase, name, options, status, code) {
  const { data, error } = await supabase.functions.invoke(name, options)
  assert.equal(data, null)
  assert.ok(error instanceof FunctionsHttpError, `${error}`)
  assert.equal(error.context.status, status)
  assert.equal(error.context.headers.get('content-type'), 'application/problem+json')
  assert.equal(error.context.headers.get('sb-error-code'), code)
  const problem = await error.context.json()
  assert.equal(problem.code, code)
  assert.equal(problem.status, status)
  assert.equal(problem.msg, problem.message)
  assert.ok(problem.message.length > 0)
  return problem
}

describe('who calls', () => {
  test('a signed-in user, by accessToken', async () => {
    const { items } = await succeeds(user, 'growth-leads', { method: 'GET' })
    assert.ok(items.some(lead => lead.id === leadId))
  })

  test('a signed-in user, by a header of the client', async () => {
    const byHeader = client(publishableKey, { global: { headers: { Authorization: `Bearer ${userToken}` } } })
    const settings = await succeeds(byHeader, 'growth-client-settings', { method: 'GET' })
    assert.equal(typeof settings.business_name, 'string')
  })

  test('a signed-in user with a legacy anon key', async () => {
    const legacy = client(anonKey, { accessToken: async () => userToken })
    await succeeds(legacy, 'growth-leads', { method: 'GET' })
  })

  test('a tenant by its API key', async () => {
    await succeeds(tenant, 'growth-leads', { method: 'GET' })
  })

  test('a server by an sb_secret_ key', async () => {
    assert.ok(Array.isArray((await succeeds(server, 'outbox', { method: 'GET' })).items))
  })

  test('a server by the legacy service key', async () => {
    assert.ok(Array.isArray((await succeeds(client(serviceKey), 'outbox', { method: 'GET' })).items))
  })

  test('an older client, which sends its sb_ key as a bearer too', async () => {
    const older = client(secretKey, { global: { headers: { Authorization: `Bearer ${secretKey}` } } })
    await succeeds(older, 'outbox', { method: 'GET' })
  })

  test('an sb_publishable_ key is nobody in particular', async () => {
    await succeeds(anybody, 'health', { method: 'GET' })
    await isRefused(anybody, 'growth-leads', { method: 'GET' }, 403, 'FORBIDDEN')
  })

  test('a legacy anon key is nobody in particular', async () => {
    await succeeds(client(anonKey), 'health', { method: 'GET' })
    await isRefused(client(anonKey), 'outbox', { method: 'GET' }, 403, 'FORBIDDEN')
  })

  test('a key of another project', async () => {
    await isRefused(client('sb_publishable_of-another-project'), 'growth-leads', { method: 'GET' }, 401, 'UNAUTHORIZED_INVALID_API_KEY')
  })

  test('a token that does not verify, even where anybody may call', async () => {
    const forged = client(publishableKey, { accessToken: async () => `${userToken.slice(0, -4)}AAAA` })
    await isRefused(forged, 'health', { method: 'GET' }, 401, 'UNAUTHORIZED_LEGACY_JWT')
  })
})

describe('what is sent', () => {
  test('no body where none is needed', async () => {
    assert.equal((await succeeds(anybody, 'health', { method: 'GET' })).status, 'ok')
    assert.equal((await succeeds(server, 'jobs/key-and-session-expiry')).job, 'key-and-session-expiry')
  })

  test('no body where one is needed', async () => {
    const problem = await isRefused(tenant, 'growth-lead-submit', undefined, 422, 'INVALID_BODY')
    assert.deepEqual(problem.errors.map(error => error.field).sort(), ['email', 'name'])
    // Node asks for any language; the problem must not be in any.
    assert.equal(problem.errors[0].message, 'must not be blank')
  })

  test('an object', async () => {
    const lead = await succeeds(tenant, 'growth-lead-submit', { body: newLead('object') })
    assert.equal(lead.created, true)
    assert.equal(lead.current_tag, 'Active')
  })

  test('an object, by a user', async () => {
    assert.equal((await succeeds(user, 'growth-lead-submit', { body: newLead('user') })).created, true)
  })

  test('JSON as a string, which goes as text/plain', async () => {
    assert.equal((await succeeds(tenant, 'growth-lead-submit', { body: JSON.stringify(newLead('string')) })).created, true)
  })

  test('a blob', async () => {
    const body = new Blob([JSON.stringify(newLead('blob'))], { type: 'application/json' })
    assert.equal((await succeeds(tenant, 'growth-lead-submit', { body })).created, true)
  })

  test('what is not JSON', async () => {
    await isRefused(tenant, 'growth-lead-submit', { body: 'name=Sarah' }, 400, 'MALFORMED_BODY')
  })

  test('JSON of another shape', async () => {
    await isRefused(tenant, 'growth-lead-submit', { body: [1, 2] }, 400, 'MALFORMED_BODY')
    await isRefused(tenant, 'growth-lead-submit', { body: 'null' }, 422, 'INVALID_BODY')
  })

  test('a form', async () => {
    const body = new FormData()
    body.append('name', 'Sarah')
    await isRefused(tenant, 'growth-lead-submit', { body }, 415, 'UNSUPPORTED_MEDIA_TYPE')
  })

  test('a PATCH', async () => {
    const settings = await succeeds(tenant, 'growth-client-settings', { method: 'PATCH', body: { email_tone: 'Formal' } })
    assert.equal(settings.email_tone, 'Formal')
  })

  test('an idempotency key, twice', async () => {
    const once = { body: newLead('once'), headers: { 'Idempotency-Key': randomUUID() } }
    const first = await succeeds(tenant, 'growth-lead-submit', once)
    assert.deepEqual(await succeeds(tenant, 'growth-lead-submit', once), first)
    await isRefused(tenant, 'growth-lead-submit', { ...once, body: newLead('another') }, 422, 'IDEMPOTENCY_KEY_REUSED')
  })
})

describe('which function', () => {
  test('one below a name', async () => {
    const timeline = await succeeds(tenant, `growth-lead-timeline/${leadId}`, { method: 'GET' })
    assert.equal(timeline.lead.id, leadId)
    assert.ok(timeline.entries.length > 0)
  })

  test('one with a query', async () => {
    assert.equal((await succeeds(tenant, 'growth-leads?limit=1', { method: 'GET' })).items.length, 1)
  })

  test('one in a region', async () => {
    assert.equal((await succeeds(anybody, 'health', { method: 'GET', region: 'eu-central-1' })).status, 'ok')
    assert.equal((await succeeds(tenant, 'growth-lead-submit', { region: 'us-east-1', body: newLead('region') })).created, true)
  })

  test('one that there is not', async () => {
    await isRefused(anybody, 'no-such-function', undefined, 404, 'NOT_FOUND')
  })

  test('a lead that there is not', async () => {
    await isRefused(tenant, `growth-leads/${unknownId}`, { method: 'GET' }, 404, 'NOT_FOUND')
  })

  test('a method that it does not have', async () => {
    await isRefused(tenant, 'growth-lead-submit', { method: 'GET' }, 405, 'METHOD_NOT_ALLOWED')
  })
})
