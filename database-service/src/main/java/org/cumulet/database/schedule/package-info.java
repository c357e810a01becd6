/// Schedules: when a database is backed up by itself, and how much of that is kept.
@NullMarked
package org.cumulet.database.schedule;

import org.jspecify.annotations.NullMarked;
