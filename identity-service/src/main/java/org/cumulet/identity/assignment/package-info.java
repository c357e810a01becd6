/// Role assignments: all grants in one list.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.assignment;
