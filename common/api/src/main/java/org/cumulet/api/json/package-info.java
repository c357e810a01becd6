/// What JSON looks like in and out.
@org.jspecify.annotations.NullMarked
package org.cumulet.api.json;
