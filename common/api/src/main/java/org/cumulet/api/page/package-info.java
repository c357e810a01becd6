/// Pages of a list.
@org.jspecify.annotations.NullMarked
package org.cumulet.api.page;
