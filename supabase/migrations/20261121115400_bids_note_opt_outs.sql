-- An opt-out by telephone is written into the summary of the contractor lead; it becomes a line of the ledger.

create trigger contractor_engagement_summary_note_insert after insert on bids.contractor_engagement_summary
    referencing new table as written for each statement
    execute function engine.note_consent_columns('contractor_lead_id', 'opt_out_email', 'opt_out_sms', 'opt_out_all');
create trigger contractor_engagement_summary_note_update after update on bids.contractor_engagement_summary
    referencing old table as before new table as written for each statement
    execute function engine.note_consent_columns('contractor_lead_id', 'opt_out_email', 'opt_out_sms', 'opt_out_all');
