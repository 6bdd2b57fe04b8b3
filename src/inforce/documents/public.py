"""Which network addresses are public: those of anyone's, and none of one's own network."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# Networks whose last 32 bits are an IPv4 address that is called in the end (RFC 6052, section 2.1;
# RFC 4291, section 2.5.5.1).
_EMBEDDING = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("::/96"))

# IETF protocol assignments (RFC 6890, section 2.1), some of which Python 3.11 calls global.
_PROTOCOLS = IPv4Network("192.0.0.0/24")


def is_public(address: str) -> bool:
    """Whether an IP address is global unicast by IANA's registries of special-purpose addresses.

    Private, loopback, link-local, shared, multicast, reserved and unspecified addresses are not;
    an IPv6 address that stands for an IPv4 one is what that one is.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        inner = _embedded(found)
        if inner is not None:
            return is_public(str(inner))
    elif found in _PROTOCOLS:
        return False
    special = (
        found.is_private,
        found.is_loopback,
        found.is_link_local,
        found.is_multicast,
        found.is_reserved,
        found.is_unspecified,
    )
    return found.is_global and not any(special)


def _embedded(address: IPv6Address) -> IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if any(address in network for network in _EMBEDDING):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
