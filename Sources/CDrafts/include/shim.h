#pragma once
// Files on their way to their place, and what an interrupt does about them. In C because the handler of a signal
// may come in the middle of anything, even of an allocation: Swift may allocate where nobody sees it.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A draft lies at this path from now on. Returns its place; -1 where there are too many.
int cd_draft_add(const char *path);

/// What lay at that place is gone, or where it belongs; a place below 0 is none.
void cd_draft_remove(int place);

/// From now on this signal takes all drafts away, writes these bytes to standard error and ends the program
/// with 128 and its number; unless whoever started the program has it ignore the signal, as under nohup.
/// The bytes are kept and must stay.
void cd_interrupt_catch(int signal, const uint8_t *farewell, size_t count);
