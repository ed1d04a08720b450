/// A client changes its API key. Owns `growth.api_key_rotation_log`.
///
/// The replaced key opens for an overlap, so that programs can be told one after the other. A rotation without an overlap ends every
/// replaced key at once, those of earlier overlaps too: whoever asks for that has lost one.
package dev.ringback.growth.key;
