/// Version discovery.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.version;
