/// What is known about candidates, for them to see and to have forgotten.
///
/// Forgetting takes the number, the variables, the words and what the words said; rows, times and yes or no stay, because the campaigns'
/// figures stand on them. The one statement is a function of the database, because it alone may change the append-only timeline of objectives.
package dev.ringback.recruiting.person;
