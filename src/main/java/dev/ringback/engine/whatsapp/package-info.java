/// WhatsApp: through Meta's Cloud API.
///
/// A template may be sent at any time; free text and media only inside the window that the person's own message opened, which
/// policy knows. Meta takes no idempotency key and can't be asked, but carries our id back in each status, so that a report
/// settles what an answer should have.
package dev.ringback.engine.whatsapp;
