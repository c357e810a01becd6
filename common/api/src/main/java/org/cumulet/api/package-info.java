/// What every REST API of the house has in common. No noun of the cloud lives here.
@org.jspecify.annotations.NullMarked
package org.cumulet.api;
