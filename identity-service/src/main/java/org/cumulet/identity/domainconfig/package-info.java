/// Settings that belong to one domain.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.domainconfig;
