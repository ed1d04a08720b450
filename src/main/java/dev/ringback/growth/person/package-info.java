/// What clients know about people, for them to see and to have forgotten.
package dev.ringback.growth.person;
