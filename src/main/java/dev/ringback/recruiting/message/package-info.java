/// What is said to candidates, as the engine takes it. Each message is named by what it is for and what caused it, so that planning twice is
/// planning once.
package dev.ringback.recruiting.message;
