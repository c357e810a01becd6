/// Microversions: what a caller asked for, and what it may see.
@org.jspecify.annotations.NullMarked
package org.cumulet.api.version;
