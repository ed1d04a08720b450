/// What people write into clients' forms, one by one or in batches: stored, with what the rules read in it.
///
/// A submission only stores; the row's trigger says that there is something to plan, so a lead that supabase-js inserts is
/// answered as well. Each submission is one cause, named by its instant: repeated work plans the same message again.
///
/// A batch is one statement. What is not fit refuses itself alone, because half a list that came in is worth more than none.
package dev.ringback.growth.submission;
