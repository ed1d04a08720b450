-- A homeowner's opt-out from calls, ticked by hand, becomes a line of the ledger.

create trigger leads_note_insert after insert on roofing.leads
    referencing new table as written for each statement execute function engine.note_consent_columns('id', 'voice_opt_out');
create trigger leads_note_update after update on roofing.leads
    referencing old table as before new table as written for each statement execute function engine.note_consent_columns('id', 'voice_opt_out');
