/// Quotas and limits: how much a project may have, counted from rows.
@NullMarked
package org.cumulet.compute.quota;

import org.jspecify.annotations.NullMarked;
