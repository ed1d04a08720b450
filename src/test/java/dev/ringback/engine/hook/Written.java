package dev.ringback.engine.hook;

import java.util.UUID;

import dev.ringback.testing.TestDatabase;

/// A message that we sent to somebody, as its provider knows it.
record Written(UUID id, String providerId, String ours, String theirs) {

    /// @param provider as its adapter's
    static Written over(TestDatabase database, String channel, String provider, String lead) {
        var nth = Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 9_000_000L) + 1_000_000L;
        var written = channel.equals("email")
                ? new Written(UUID.randomUUID(), UUID.randomUUID().toString(), "hello@%d.example".formatted(nth), "sarah@%d.example".formatted(nth))
                : new Written(UUID.randomUUID(), UUID.randomUUID().toString(), "+1415%d".formatted(nth), "+1416%d".formatted(nth));
        database.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, our_address, their_address,
                                            their_hash, their_key_id, status, provider, provider_id, reference, body_text, sent_at)
                select $1, 'growth', l.client_id::text, 'lead', l.id::text, 'test', 'out', $2, $3, $4,
                       extensions.hmac(convert_to($4, 'UTF8'), convert_to('local-only-local-only-local-only', 'UTF8'), 'sha256'), 'k1',
                       'accepted', $5, $6, $7, 'Hi, this is Maple.', timestamptz '2026-03-02 15:00:00Z'
                  from growth.lead_memory l where l.id = $8""", written.id(), channel, written.ours(), written.theirs(), provider,
                written.providerId(), written.reference(), UUID.fromString(lead));
        return written;
    }

    String reference() {
        return "%s@maple.example".formatted(id);
    }
}
