/// Limits: how much of something one project or domain may have.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.limit;
