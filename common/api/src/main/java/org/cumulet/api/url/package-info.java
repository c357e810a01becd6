/// The address under which callers know us.
@org.jspecify.annotations.NullMarked
package org.cumulet.api.url;
