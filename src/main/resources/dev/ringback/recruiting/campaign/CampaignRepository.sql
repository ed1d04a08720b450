-- name: create
-- A new campaign; none where there is one of that name.
insert into recruiting.campaign_info
       (campaign, job_info, objectives_template, prompt_chat, prompt_call, first_message_chat, first_message_call, "start", "end",
        template_name, template_language, template_parameters, reminder_template_name, reminder_template_language, reminder_template_parameters,
        first_contact, reminder_message_chat, closing_message_chat)
values (:campaign, :job_info, :objectives_template, :prompt_chat, :prompt_call, :first_message_chat, :first_message_call, :start, :end,
        :template_name, :template_language, :template_parameters, :reminder_template_name, :reminder_template_language, :reminder_template_parameters,
        coalesce(:first_contact, 'chat'), :reminder_message_chat, :closing_message_chat)
on conflict (campaign) do nothing;

-- name: change
-- What is given is changed, the rest stays.
update recruiting.campaign_info
   set campaign                     = coalesce(:campaign, campaign),
       job_info                     = coalesce(:job_info, job_info),
       objectives_template          = coalesce(:objectives_template, objectives_template),
       prompt_chat                  = coalesce(:prompt_chat, prompt_chat),
       prompt_call                  = coalesce(:prompt_call, prompt_call),
       first_message_chat           = coalesce(:first_message_chat, first_message_chat),
       first_message_call           = coalesce(:first_message_call, first_message_call),
       "start"                      = coalesce(:start, "start"),
       "end"                        = coalesce(:end, "end"),
       template_name                = coalesce(:template_name, template_name),
       template_language            = coalesce(:template_language, template_language),
       template_parameters          = coalesce(:template_parameters, template_parameters),
       reminder_template_name       = coalesce(:reminder_template_name, reminder_template_name),
       reminder_template_language   = coalesce(:reminder_template_language, reminder_template_language),
       reminder_template_parameters = coalesce(:reminder_template_parameters, reminder_template_parameters),
       first_contact                = coalesce(:first_contact, first_contact),
       reminder_message_chat        = coalesce(:reminder_message_chat, reminder_message_chat),
       closing_message_chat         = coalesce(:closing_message_chat, closing_message_chat)
 where campaign = :name;

-- name: lock
-- The campaign for whoever changes it, and whether somebody is being talked to for it.
select c.campaign, exists (select from recruiting.session_info s where s.campaign = c.campaign and s.session_status = 'active') as is_active
  from recruiting.campaign_info c
 where c.campaign = :name
   for update of c;

-- name: find
-- One campaign that the caller may see.
select campaign, job_info, objectives_template, prompt_chat, prompt_call, first_message_chat, first_message_call, "start", "end",
       template_name, template_language, template_parameters, reminder_template_name, reminder_template_language, reminder_template_parameters,
       first_contact, reminder_message_chat, closing_message_chat
  from recruiting.campaign_info where campaign = :name;

-- name: list
-- The campaigns by name.
select campaign, job_info, objectives_template, prompt_chat, prompt_call, first_message_chat, first_message_call, "start", "end",
       template_name, template_language, template_parameters, reminder_template_name, reminder_template_language, reminder_template_parameters,
       first_contact, reminder_message_chat, closing_message_chat
  from recruiting.campaign_info where campaign > :after
 order by campaign
 limit :limit;
