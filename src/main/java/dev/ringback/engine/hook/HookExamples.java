package dev.ringback.engine.hook;

/// Bodies for the document of functions, as short as they can be.
final class HookExamples {

    static final String RESEND = """
            {"type": "email.bounced", "created_at": "2026-11-23T14:05:00Z", "data": {"email_id": "56761188-7520-42d8-8898-ff6fc54ce618",
             "tags": {"message": "6f1c2f0e-58f5-4c3e-9d0a-5b7c1f2e3d4a"}, "bounce": {"type": "Permanent", "subType": "General"}}}""";
    static final String SENDGRID = """
            [{"sg_event_id": "ZGVsaXZlcmVk", "event": "delivered", "timestamp": 1795442700, "message": "6f1c2f0e-58f5-4c3e-9d0a-5b7c1f2e3d4a"}]""";
    static final String MAILGUN = """
            {"signature": {"timestamp": "1795442700", "token": "b3f4…", "signature": "d5e6…"}, "event-data": {"event": "delivered",
             "timestamp": 1795442700.1, "message": {"headers": {"message-id": "6f1c2f0e@maple-roofing.example"}}}}""";
    static final String POSTMARK = """
            {"RecordType": "Delivery", "MessageID": "883953f4-6105-42a2-a16a-77a8eac79483", "DeliveredAt": "2026-11-23T14:05:00Z"}""";
    static final String TWILIO = "MessageSid=SM90c6fc909d8504d45ecdb3a3d5b3556e&MessageStatus=delivered&From=%2B15005550006&To=%2B14165550123";
    static final String TELNYX = """
            {"data": {"id": "b301ed3f-1490-491f-995f-6e64e69674d4", "event_type": "message.received", "occurred_at": "2026-11-23T14:05:00Z",
             "payload": {"id": "84cca175-9755-4859-b67f-4730d7f58aa3", "from": {"phone_number": "+14165550123"},
             "to": [{"phone_number": "+15005550006"}], "text": "Tuesday at nine is fine."}}}""";
    static final String META = """
            {"object": "whatsapp_business_account", "entry": [{"changes": [{"field": "messages", "value": {
             "metadata": {"display_phone_number": "15005550006", "phone_number_id": "106540352242922"}, "messages": [{"from": "14165550123",
             "id": "wamid.HBgL", "timestamp": "1795442700", "type": "text", "text": {"body": "Tuesday at nine is fine."}}]}}]}]}""";
    static final String VOICE_AGENT = """
            {"type": "post_call_transcription", "event_timestamp": 1795442700, "data": {"conversation_id": "conv_1", "status": "done",
             "transcript": [{"role": "user", "message": "Tuesday at nine is fine.", "time_in_call_secs": 12}],
             "metadata": {"call_duration_secs": 42}, "analysis": {"call_successful": "success"},
             "conversation_initiation_client_data": {"dynamic_variables": {"message": "6f1c2f0e-58f5-4c3e-9d0a-5b7c1f2e3d4a"}}}}""";
    static final String STRIPE = """
            {"id": "evt_1", "type": "customer.subscription.updated", "created": 1795442700, "data": {"object": {"id": "sub_1",
             "customer": "cus_1", "status": "past_due"}}}""";

    private HookExamples() {}
}
