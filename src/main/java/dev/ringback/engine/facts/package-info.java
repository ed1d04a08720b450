/// What is known about a message that wants to leave, for [dev.ringback.engine.policy.SendPolicy].
package dev.ringback.engine.facts;
