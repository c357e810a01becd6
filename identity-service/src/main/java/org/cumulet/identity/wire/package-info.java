/// What identity's JSON has in common: links, lists, keys that may be absent, attributes kept for others.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.wire;
