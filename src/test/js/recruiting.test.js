// Recruiting by supabase-js: as a recruiter, as a user of somebody else's, and as anybody. Run by dev.ringback.SupabaseJsTest.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { createClient } from '@supabase/supabase-js'

const env = name => process.env[name] ?? assert.fail(`${name} is not set`)

const url = env('RINGBACK_URL')
const publishableKey = env('RINGBACK_PUBLISHABLE_KEY')

function client(key, token) {
  const realtime = { transport: globalThis.WebSocket ?? class {} }
  return createClient(url, key, { accessToken: token && (async () => token), auth: token ? undefined : { persistSession: false }, realtime })
}

const staff = client(publishableKey, env('RINGBACK_STAFF_TOKEN'))
const user = client(publishableKey, env('RINGBACK_USER_TOKEN'))
const anybody = client(publishableKey)

const campaign = `Plumber ${randomUUID()}`
const phone = `+4477${Math.floor(10_000_000 + Math.random() * 89_999_999)}`
const enquiry = `recruiting-profile?phone_number=${encodeURIComponent(phone)}`
let session

async function succeeds(supabase, name, options) {
  const { data, error } = await supabase.functions.invoke(name, options)
  assert.equal(error, null, error?.context && JSON.stringify(await error.context.json?.()))
  return data
}

async function isRefused(supabase, name, options, status) {
  const { data, error } = await supabase.functions.invoke(name, options)
  assert.equal(data, null)
  assert.equal(error.context.status, status)
}

before(async () => {
  await succeeds(staff, 'recruiting-campaigns', { body: {
    campaign, objectives_template: [{ name: 'interested', type: 'yes_no' }], first_message_chat: 'Hi, are you interested?',
    template_name: 'job_opening', template_language: 'en_GB' } })
  const started = await succeeds(staff, 'recruiting-session-start', { body: { campaign, phone_number: phone } })
  session = started.sessions[0].session_id
})

describe('a recruiter', () => {
  test('lists campaigns', async () => {
    const { items } = await succeeds(staff, 'recruiting-campaigns?limit=100', { method: 'GET' })
    assert.ok(items.length > 0)
    const found = await succeeds(staff, `recruiting-campaigns/${encodeURIComponent(campaign)}`, { method: 'GET' })
    assert.equal(found.objectives_template[0].name, 'interested')
  })

  test('looks at a candidate', async () => {
    const profile = await succeeds(staff, enquiry, { method: 'GET' })
    assert.equal(profile.session.session_id, session)
    assert.deepEqual([profile.calls, profile.objective_history], [[], []])
    assert.deepEqual(await succeeds(staff, `recruiting-session/${session}`, { method: 'GET' }).then(one => one.session), profile.session)
  })

  test('lists the sessions of a campaign', async () => {
    const { items } = await succeeds(staff, `recruiting-session?campaign=${encodeURIComponent(campaign)}&status=active`, { method: 'GET' })
    assert.deepEqual(items.map(one => [one.session_id, one.phone_number]), [[session, phone]])
  })

  test('knows something', async () => {
    const known = await succeeds(staff, 'recruiting-objective-set', { body: { session_id: session, objective: 'interested', value: true } })
    assert.equal(known.objectives.interested === true, true)
    const { objective_history: history } = await succeeds(staff, enquiry, { method: 'GET' })
    assert.deepEqual(history.map(change => [change.objective, change.old_value, change.new_value, change.source]), [['interested', null, true, 'manual']])
  })

  test('writes', async () => {
    const { message_id: id } = await succeeds(staff, 'recruiting-agent-message', { body: { session_id: session, text: 'Are you there?' } })
    const explanation = await succeeds(staff, `explain-send/${id}`, { method: 'GET' })
    assert.equal(explanation.message_id ?? explanation.id, id)
  })

  test('reads the figures', async () => {
    const stats = await succeeds(staff, `recruiting-campaign-stats?campaign=${encodeURIComponent(campaign)}`, { method: 'GET' })
    assert.equal(stats.sessions, 1)
    assert.equal(stats.objectives_met, 1)
  })
})

for (const [who, supabase, refused] of [['another tenant\'s user', user, [404, 403]], ['anybody', anybody, [403, 403]]]) {
  test(`${who} gets nothing`, async () => {
    await isRefused(supabase, enquiry, { method: 'GET' }, refused[0])
    await isRefused(supabase, `recruiting-session/${session}`, { method: 'GET' }, refused[0])
    if (supabase === anybody) {
      await isRefused(supabase, `recruiting-session?campaign=${encodeURIComponent(campaign)}`, { method: 'GET' }, 403)
    }
    await isRefused(supabase, `recruiting-campaigns/${encodeURIComponent(campaign)}`, { method: 'GET' }, refused[0])
    await isRefused(supabase, `recruiting-campaign-stats?campaign=${encodeURIComponent(campaign)}`, { method: 'GET' }, refused[0])
    await isRefused(supabase, 'recruiting-agent-message', { body: { session_id: session, text: 'Hello' } }, refused[1])
    await isRefused(supabase, 'recruiting-objective-set', { body: { session_id: session, objective: 'interested', value: false } }, refused[1])
    await isRefused(supabase, 'recruiting-calls', { body: { session_ids: [session] } }, refused[1])
  })
}

test('another tenant\'s user sees no row', async () => {
  assert.deepEqual((await succeeds(user, 'recruiting-campaigns', { method: 'GET' })).items, [])
  assert.deepEqual((await succeeds(user, `recruiting-session?campaign=${encodeURIComponent(campaign)}`, { method: 'GET' })).items, [])
  assert.deepEqual((await succeeds(user, `recruiting-chat?session_id=${session}`, { method: 'GET' })).items, [])
  assert.deepEqual((await succeeds(user, `recruiting-calls?session_id=${session}`, { method: 'GET' })).items, [])
})
