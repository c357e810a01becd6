/// One URL for the whole cloud: what comes in is cleaned, limited, named and handed to the service that owns the path.
@org.jspecify.annotations.NullMarked
package org.cumulet.gateway;
