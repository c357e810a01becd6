/// The catalog as a token's holder sees it.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.catalog;
