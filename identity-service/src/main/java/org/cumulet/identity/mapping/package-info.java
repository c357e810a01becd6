/// Mappings: what an identity provider's claims mean here.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.mapping;
