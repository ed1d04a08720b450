/// The agency pack: clients' lead memory, lead actions, answers to leads. Postgres schema `growth`, tenant `clients.client_id`.
package dev.ringback.growth;
