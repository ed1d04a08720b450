/// May it leave, and when? Pure decisions; whoever asks brings the facts and stores the verdict with its rule.
package dev.ringback.engine.policy;
