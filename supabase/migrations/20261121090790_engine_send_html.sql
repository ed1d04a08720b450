-- Mail in HTML beside its text.

alter table engine.template add column body_html text;
comment on column engine.template.body_html is 'The same in HTML; null for text alone. Values are escaped when they are filled in.';
