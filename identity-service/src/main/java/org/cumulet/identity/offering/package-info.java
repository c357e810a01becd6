/// Services of the cloud, as the catalog names them.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.offering;
