/// What identity's tables have in common.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.store;
