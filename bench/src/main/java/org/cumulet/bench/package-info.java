/// Measures a running cloud through its public API, as an automation would use it.
@org.jspecify.annotations.NullMarked
package org.cumulet.bench;
